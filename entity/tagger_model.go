package entity

import (
	"io"
	"math/bits"
	"slices"

	"github.com/dossier-nlp/dossier/internal/model"
)

// Model is a trained entity model: which words of a sentence are names, and
// of which kinds. It is immutable and safe for concurrent use. NewTagger makes
// a step of the pipeline of it.
//
// Inside, it is a linear-chain conditional random field (Lafferty, McCallum
// and Pereira, 2001) over the labels of chain. Its weights are rows of one
// byte a label, found by a feature's hash. A row has 4 bytes for each kind and
// 4 more: the weights, O's first, then a fingerprint of 24 bits. Rows lie in
// buckets of four, one cache line for three kinds; a feature whose fingerprint
// is not in its bucket has no weight.
type Model struct {
	kinds  []Kind
	chain  *chain
	rows   string  // buckets of four rows
	n      uint64  // number of buckets
	scale  float32 // of a row's weights
	trans  []float32
	curves []float32 // see calibrate
	table  *NameTable
}

const (
	rowsPerBucket = 4
	modelKind     = "entities"
)

// Kinds are the kinds that the model was trained on.
func (m *Model) Kinds() []Kind { return append([]Kind(nil), m.kinds...) }

func rowSize(kinds int) int { return 4*kinds + 4 }

// bucketOf is where a feature's row lies, and the fingerprint that it has.
func bucketOf(feature, buckets uint64) (bucket uint64, print uint32) {
	bucket, _ = bits.Mul64(feature, buckets)
	print = uint32(feature) & 0xFFFFFF
	if print == 0 {
		print = 1 // zero marks a free row
	}
	return bucket, print
}

// Save writes the model. The same model gives the same bytes.
func (m *Model) Save(w io.Writer) error {
	var names []byte
	for _, k := range m.kinds {
		names = append(names, k...)
		names = append(names, 0)
	}
	return model.Write(w, modelKind, []model.Section{
		{Name: "kinds", Data: names},
		{Name: "scale", Data: model.Bytes(floatBits([]float32{m.scale}))},
		{Name: "transitions", Data: model.Bytes(floatBits(m.trans))},
		{Name: "calibration", Data: model.Bytes(floatBits(m.curves))},
		{Name: "names", Data: model.Bytes(m.table.slots)},
		{Name: "rows", Data: []byte(m.rows)},
	})
}

// Load reads a model that Save wrote. What is no such model, or is cut short
// or damaged, gives an error that wraps one of ErrModelFormat,
// ErrModelVersion and ErrModelDamaged.
func Load(r io.Reader) (*Model, error) {
	b, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	return openModel(string(b))
}

// Errors of Load.
var (
	ErrModelFormat  = model.ErrFormat
	ErrModelVersion = model.ErrVersion
	ErrModelDamaged = model.ErrChecksum
)

// openModel uses the bytes of a model file where they lie.
func openModel(data string) (*Model, error) {
	f, err := model.Open(modelKind, data)
	if err != nil {
		return nil, err
	}
	names, err := f.Section("kinds")
	if err != nil {
		return nil, err
	}
	m := &Model{}
	for start, i := 0, 0; i < len(names); i++ {
		if names[i] == 0 {
			m.kinds = append(m.kinds, Kind(names[start:i]))
			start = i + 1
		}
	}
	if len(m.kinds) == 0 || len(m.kinds) > maxKinds {
		return nil, f.Errorf("kinds", "%d kinds", len(m.kinds))
	}
	m.chain = newChain(len(m.kinds))
	floats := func(name string, n int) []float32 {
		if err != nil {
			return nil
		}
		var v []uint32
		if v, err = model.View[uint32](f, name); err != nil {
			return nil
		}
		out := bitsFloat(v)
		for _, x := range out {
			if !(x > -1e6 && x < 1e6) { // not a number, or of no sensible size
				err = f.Errorf(name, "weight %v", x)
				return nil
			}
		}
		if len(out) != n {
			err = f.Errorf(name, "%d numbers, not %d", len(out), n)
		}
		return out
	}
	scale := floats("scale", 1)
	m.trans = floats("transitions", len(m.chain.arcs))
	m.curves = floats("calibration", len(m.kinds)*curveSize)
	if err != nil {
		return nil, err
	}
	m.scale = scale[0]
	slots, err := model.View[uint32](f, "names")
	if err != nil {
		return nil, err
	}
	if len(slots) > 0 && !slices.Contains(slots, 0) {
		return nil, f.Errorf("names", "no free slot among %d", len(slots)) // a search ends at one
	}
	m.table = &NameTable{slots}
	if m.rows, err = f.Section("rows"); err != nil {
		return nil, err
	}
	bucket := rowsPerBucket * rowSize(len(m.kinds))
	if len(m.rows) == 0 || len(m.rows)%bucket != 0 {
		return nil, f.Errorf("rows", "%d bytes are not whole buckets of %d", len(m.rows), bucket)
	}
	m.n = uint64(len(m.rows) / bucket)
	return m, nil
}

// NameTable is the table of names that the model uses.
func (m *Model) NameTable() *NameTable { return m.table }
