package notebook

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/require"
)

func TestStepsAreNumberedAndBlocksSetOff(t *testing.T) {
	var out strings.Builder
	b := New(&out)
	b.Step("One")
	b.Say("%d%% of it", 5)
	b.Show("code\n\nmore code\n")
	b.Show("result")
	b.Say("so")
	b.Step("Two")
	require.Equal(t, `1. One
   5% of it

       code

       more code

       result

   so

2. Two
`, out.String())
}
