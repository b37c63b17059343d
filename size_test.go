package dossier_test

import (
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/require"
)

// A program has the models that it uses and no others: one that only runs rules
// over its own entities has none.
func TestProgramsAreNoLargerThanWhatTheyUse(t *testing.T) {
	if testing.Short() {
		t.Skip("builds programs")
	}
	if _, err := exec.LookPath("go"); err != nil {
		t.Skip("no go command")
	}
	for program, limit := range map[string]int64{"whole": 45 << 20, "rules": 10 << 20} {
		out := filepath.Join(t.TempDir(), program+".exe")
		said, err := exec.Command("go", "build", "-o", out, "./testdata/programs/"+program).CombinedOutput()
		require.NoError(t, err, string(said))
		info, err := os.Stat(out)
		require.NoError(t, err)
		t.Logf("%s: %.1f MB", program, float64(info.Size())/(1<<20))
		require.Less(t, info.Size(), limit, program)
	}
}
