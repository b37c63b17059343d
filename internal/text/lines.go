package text

type line struct{}
