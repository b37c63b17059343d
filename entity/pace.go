package entity

import "context"

// wordsPerCheck is how often a loop over sentences asks its context whether it
// has ended. Words, since a sentence may have one or two thousand.
const wordsPerCheck = 256

// pace is how many words are left until the next time.
type pace int

// check is to be called before each sentence, with the number of its words. It
// returns the error of a context that it found ended.
func (p *pace) check(ctx context.Context, words int) error {
	if *p <= 0 {
		if err := ctx.Err(); err != nil {
			return err
		}
		*p = wordsPerCheck
	}
	*p -= pace(words)
	return nil
}
