package model

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"io"
	"unsafe"
)

// A model file is a header, a table of named sections, and the sections:
//
//	offset  bytes
//	0       8     magic, "dossier\x1a"
//	8       4     format version
//	12      4     number of sections
//	16      16    kind of the model, padded with zero bytes
//	32      8     length of the whole file
//	40      4     CRC-32C of the file from byte 0 to 40 and from byte 48 to its end
//	44      4     zero
//	48      32    each section: name (16 bytes, zero padded), offset, length (8 bytes each)
//	...           the sections, each starting at a multiple of 8
//
// All numbers are little-endian. A file is used where it lies: Open reads it
// once for the checksum (about 0.1 ms a megabyte) and copies nothing.
const (
	magic         = "dossier\x1a"
	formatVersion = 1
	nameSize      = 16
	headerSize    = 48
	entrySize     = 32
	maxSections   = 1 << 10
	align         = 8
)

// What can be wrong with a model file. Errors of this package wrap one of them.
var (
	ErrFormat   = errors.New("not a model file of this kind, or cut short")
	ErrVersion  = errors.New("model file of another format version")
	ErrChecksum = errors.New("model file is damaged: its checksum does not match")
)

// FileError says which model could not be used, where, and why.
type FileError struct {
	Kind   string // the kind that was asked for
	Where  string // header, or a section's name
	Detail string // what was found
	Err    error  // ErrFormat, ErrVersion or ErrChecksum
}

func (e *FileError) Error() string {
	return fmt.Sprintf("model %q: %s: %v (%s)", e.Kind, e.Where, e.Err, e.Detail)
}

func (e *FileError) Unwrap() error { return e.Err }

// File is an opened model file. It is immutable and safe for concurrent use.
type File struct {
	kind     string
	data     string
	sections []section
}

type section struct {
	name       string
	start, end int // bytes in data, half open
}

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// Open checks a model file of the given kind from its first byte to its last.
// The sections that it hands out are parts of data.
func Open(kind, data string) (*File, error) {
	fail := func(err error, format string, args ...any) (*File, error) {
		return nil, &FileError{Kind: kind, Where: "header", Detail: fmt.Sprintf(format, args...), Err: err}
	}
	if len(data) < headerSize {
		return fail(ErrFormat, "%d bytes, a header has %d", len(data), headerSize)
	}
	if data[:len(magic)] != magic {
		return fail(ErrFormat, "magic %q", data[:len(magic)])
	}
	if v := le32(data[8:]); v != formatVersion {
		return fail(ErrVersion, "version %d, this program reads %d", v, formatVersion)
	}
	if n := le64(data[32:]); n != uint64(len(data)) {
		return fail(ErrFormat, "%d bytes of %d", len(data), n)
	}
	if got, want := checksum(data), le32(data[40:]); got != want {
		return fail(ErrChecksum, "%08x, file says %08x", got, want)
	}
	if k := unpad(data[16 : 16+nameSize]); k != kind {
		return fail(ErrFormat, "kind %q", k)
	}
	n := le32(data[12:])
	if n > maxSections || headerSize+int(n)*entrySize > len(data) {
		return fail(ErrFormat, "%d sections in %d bytes", n, len(data))
	}
	f := &File{kind: kind, data: data, sections: make([]section, n)}
	for i := range f.sections {
		entry := data[headerSize+i*entrySize:]
		name, start, size := unpad(entry[:nameSize]), le64(entry[nameSize:]), le64(entry[nameSize+8:])
		if start > uint64(len(data)) || size > uint64(len(data))-start {
			return nil, f.errorf(name, "bytes %d+%d of %d", start, size, len(data))
		}
		f.sections[i] = section{name, int(start), int(start + size)}
	}
	return f, nil
}

// Section is the content of a section, a part of the file's own memory.
func (f *File) Section(name string) (string, error) {
	for _, s := range f.sections {
		if s.name == name {
			return f.data[s.start:s.end], nil
		}
	}
	return "", f.errorf(name, "no such section")
}

// Errorf is an ErrFormat about a section, for a reader that finds a section's
// content impossible.
func (f *File) Errorf(section, format string, args ...any) error {
	return f.errorf(section, format, args...)
}

func (f *File) errorf(where, format string, args ...any) error {
	return &FileError{Kind: f.kind, Where: where, Detail: fmt.Sprintf(format, args...), Err: ErrFormat}
}

// Number is what a section can be a list of.
type Number interface {
	~int8 | ~uint8 | ~int16 | ~uint16 | ~int32 | ~uint32 | ~uint64
}

// View is a section as a list of numbers, on little-endian machines without
// copying. The slice lies in read-only memory: writing to it crashes.
func View[T Number](f *File, name string) ([]T, error) {
	s, err := f.Section(name)
	if err != nil {
		return nil, err
	}
	var zero T
	size := int(unsafe.Sizeof(zero))
	if len(s)%size != 0 {
		return nil, f.errorf(name, "%d bytes are no list of %d-byte numbers", len(s), size)
	}
	if len(s) == 0 {
		return nil, nil
	}
	if size == 1 || littleEndian {
		return unsafe.Slice((*T)(unsafe.Pointer(unsafe.StringData(s))), len(s)/size), nil
	}
	out := make([]T, len(s)/size)
	if _, err := binary.Decode([]byte(s), binary.LittleEndian, out); err != nil {
		return nil, f.errorf(name, "%v", err)
	}
	return out, nil
}

// littleEndian machines read the file's numbers as they are. The ones listed
// in the Go ports also read them at any address, which an embedded file needs.
var littleEndian = func() bool {
	x := uint16(1)
	return *(*byte)(unsafe.Pointer(&x)) == 1
}()

// Section names of a file in the making, with its bytes.
type Section struct {
	Name string
	Data []byte
}

// Bytes is a list of numbers as a section's bytes.
func Bytes[T Number](numbers []T) []byte {
	b, err := binary.Append(nil, binary.LittleEndian, numbers)
	if err != nil {
		panic(err) // only for types that Number excludes
	}
	return b
}

// Write writes a model file: the same sections give the same bytes.
func Write(w io.Writer, kind string, sections []Section) error {
	if len(kind) > nameSize || len(sections) > maxSections {
		return fmt.Errorf("model %q: kind or list of %d sections too long", kind, len(sections))
	}
	b := make([]byte, headerSize+len(sections)*entrySize)
	copy(b, magic)
	binary.LittleEndian.PutUint32(b[8:], formatVersion)
	binary.LittleEndian.PutUint32(b[12:], uint32(len(sections)))
	copy(b[16:], kind)
	for i, s := range sections {
		if len(s.Name) > nameSize {
			return fmt.Errorf("model %q: section name %q is longer than %d bytes", kind, s.Name, nameSize)
		}
		for len(b)%align != 0 {
			b = append(b, 0)
		}
		entry := b[headerSize+i*entrySize:]
		copy(entry, s.Name)
		binary.LittleEndian.PutUint64(entry[nameSize:], uint64(len(b)))
		binary.LittleEndian.PutUint64(entry[nameSize+8:], uint64(len(s.Data)))
		b = append(b, s.Data...)
	}
	binary.LittleEndian.PutUint64(b[32:], uint64(len(b)))
	binary.LittleEndian.PutUint32(b[40:], checksum(unsafe.String(&b[0], len(b))))
	_, err := w.Write(b)
	return err
}

// checksum covers all of the file but the checksum's own 8 bytes.
func checksum(data string) uint32 {
	b := unsafe.Slice(unsafe.StringData(data), len(data))
	return crc32.Update(crc32.Checksum(b[:40], castagnoli), castagnoli, b[headerSize:])
}

func le32(s string) uint32 {
	return uint32(s[0]) | uint32(s[1])<<8 | uint32(s[2])<<16 | uint32(s[3])<<24
}

func le64(s string) uint64 {
	return uint64(le32(s)) | uint64(le32(s[4:]))<<32
}

// unpad takes the zero bytes off the end of a fixed-size name.
func unpad(s string) string {
	for len(s) > 0 && s[len(s)-1] == 0 {
		s = s[:len(s)-1]
	}
	return s
}
