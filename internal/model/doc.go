// Package model holds the tables that the trained parts share: hashing,
// hashed and quantized weight tables, word classes, and the file format that
// carries them.
package model
