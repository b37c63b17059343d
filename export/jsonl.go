package export

import (
	"bufio"
	"encoding/json"
	"io"

	"github.com/dossier-nlp/dossier"
)

// NewJSONL writes JSON Lines (jsonlines.org): {"id": ..., "doc": ...} a line,
// the document in the library's own JSON form, which json.Unmarshal reads back.
func NewJSONL(w io.Writer) Writer {
	return newStream(w, format{write: func(w *bufio.Writer, id string, doc *dossier.Document) error {
		line, err := json.Marshal(struct {
			ID  string            `json:"id"`
			Doc *dossier.Document `json:"doc"`
		}{id, doc})
		if err != nil {
			return err
		}
		w.Write(line)
		w.WriteByte('\n')
		return nil
	}})
}
