package main

import (
	"strings"
	"testing"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/register"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/passert"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/testing/ptest"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/transforms/filter"
)

func TestMain(m *testing.M) { ptest.Main(m) }

func init() { register.Function1x1(isMeeting) }

func isMeeting(line string) bool { return strings.Contains(line, "| met |") }

func TestPipelineCountsMeetings(t *testing.T) {
	p, s := beam.NewPipelineWithRoot()
	meetings := filter.Include(s, pipeline(s, "../../testdata/articles/2031-02-27-*.txt"), isMeeting)
	passert.NonEmpty(s, meetings)
	ptest.RunAndValidate(t, p)
}
