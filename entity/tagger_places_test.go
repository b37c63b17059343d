package entity

import (
	"testing"

	"github.com/stretchr/testify/require"
)

func TestLandsThatNoListHasAreNoPersons(t *testing.T) {
	for _, text := range []string{
		"Brellon accused Tessaly of spying. Brellon's parliament met on Friday, and Tessaly's prime minister denied it.",
		"Kestria asked for help. The Kestrian army has lost two towns. Nobody expected Kestria to fall.",
		"Dramund warned its neighbour again on Monday. The capital of Dramund was quiet.",
		"Varnia blames the rebels. Two Varnia officials said that Varnia would answer.",
		"Orlanda signed the treaty. A new road will be built in Orlanda next year.",
		"Selmara sued. The Selmara-based firm lost.",
	} {
		lands := 0
		for _, m := range read(t, text).Mentions {
			require.NotEqual(t, Person, m.Kind, "%s: %s", m.Text, text)
			if m.Kind == Place || m.Kind == Org {
				lands++
			}
		}
		require.GreaterOrEqual(t, lands, 2, text)
	}
}

func TestPersonsStayPersonsBesideWordsOfLands(t *testing.T) {
	for _, text := range []string{
		"President Astrid Nyberg resigned. Nyberg's foreign minister stays. Nobody had confidence in Nyberg.",
		"Astrid Nyberg won. Nyberg officials celebrated in the north of Nyberg's state.",
		"The Nyberg government has resigned. Nyberg gave no reason, and he left.",
		"Mr. Nyberg said so. Nyberg's foreign minister resigned on Monday.",
		"Prime Minister Anders Ruiz said so. But the Ruiz government has fallen.",
		"Carlos Ruiz is ill. Faith in Ruiz has gone, and Ruiz's government with it.",
	} {
		found := false
		for _, m := range read(t, text).Mentions {
			if m.Text == "Nyberg" || m.Text == "Ruiz" {
				found = true
				require.Equal(t, Person, m.Kind, text)
			}
		}
		require.True(t, found, text)
	}
}
