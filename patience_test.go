//go:build !race

package dossier_test

// patience is by how much a deadline may be missed.
const patience = 1
