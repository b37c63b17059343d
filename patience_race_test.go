//go:build race

package dossier_test

// patience is by how much a deadline may be missed: the race detector makes
// everything slower.
const patience = 10
