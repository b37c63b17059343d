// Package lexicon holds word lists written for this project: places and their
// demonyms, first names and surnames, organizations, titles, and the words
// that make a name an organization or a place.
//
// The lists are the text files in data (format: data/README). At first use
// they are read once into one open-addressing hash table of 16-byte slots,
// keyed by the hashes of package model; afterwards a look-up costs one probe
// or two, allocates nothing and is safe for concurrent use.
//
//   - [Word] gives the flags of one word from its hash, whatever its case.
//   - [Longest] gives the longest listed name from a token on, minding case.
//   - [CountryOf] links a demonym, a short form, a capital or a city to its
//     country.
//   - [Flag.Gender] gives the gender of a first name, title or role.
//
// Files: flags.go (what a word can be), lookup.go (questions), table.go (the
// hash table), load.go (reading the lists).
package lexicon
