package main

import (
	"cmp"
	"math"
	"slices"
	"unicode/utf8"
)

// The picture's measures, in its own units.
const (
	wide   = 1100.0 // about
	high   = 800.0
	letter = 6.6  // width of a letter of a label
	label  = 16.0 // height of a label
	margin = 24.0
)

// layOut places the actors: first by the forces of Fruchterman and Reingold
// ("Graph Drawing by Force-directed Placement", 1991), then apart from each
// other so that no label covers another. It begins with a spiral in the order
// of the actors, so that the same graph always gives the same picture. The
// cost is quadratic in the actors.
func (g *graph) layOut() {
	at := g.spiral()
	g.forces(at)
	stretch(at)
	g.apart(at)
	g.place(at)
}

type point struct{ x, y float64 }

// spiral puts the first actors, which have most relations, into the middle.
func (g *graph) spiral() []point {
	golden := math.Pi * (3 - math.Sqrt(5))
	at := make([]point, len(g.Actors))
	for i := range at {
		r, a := 30*math.Sqrt(float64(i)+0.5), float64(i)*golden
		at[i] = point{r * math.Cos(a), r * math.Sin(a)}
	}
	return at
}

func (g *graph) forces(at []point) {
	n := len(at)
	ideal := math.Sqrt(wide * high / float64(n+1))
	// An actor with many edges would draw all of them into one heap.
	ease := make([]float64, n)
	for _, e := range g.Edges {
		ease[e.Source.ID]++
		ease[e.Target.ID]++
	}
	for i := range ease {
		ease[i] = 1 / math.Sqrt(math.Max(ease[i], 1))
	}
	moves := make([]point, n)
	const rounds = 400
	for round := range rounds {
		clear(moves)
		for i := range at {
			for j := range i {
				dx, dy := at[i].x-at[j].x, at[i].y-at[j].y
				d := math.Max(math.Hypot(dx, dy), 1)
				// Beyond five times the ideal, they leave each other alone.
				push := math.Max(ideal*ideal/(d*d)-0.04, 0)
				moves[i].x += dx * push
				moves[i].y += dy * push
				moves[j].x -= dx * push
				moves[j].y -= dy * push
			}
			// A slight pull to the middle keeps what is not connected near.
			moves[i].x -= at[i].x * 0.15
			moves[i].y -= at[i].y * 0.15
		}
		for _, e := range g.Edges {
			i, j := e.Source.ID, e.Target.ID
			dx, dy := at[i].x-at[j].x, at[i].y-at[j].y
			pull := math.Hypot(dx, dy) / ideal * math.Sqrt(ease[i]*ease[j])
			moves[i].x -= dx * pull
			moves[i].y -= dy * pull
			moves[j].x += dx * pull
			moves[j].y += dy * pull
		}
		heat := ideal * (1 - float64(round)/rounds) / 2
		for i, m := range moves {
			d := math.Max(math.Hypot(m.x, m.y), 1e-9)
			step := math.Min(d, heat) / d
			at[i].x += m.x * step
			at[i].y += m.y * step
		}
	}
}

// stretch fits the points into the picture.
func stretch(at []point) {
	if len(at) == 0 {
		return
	}
	byX := func(a, b point) int { return cmp.Compare(a.x, b.x) }
	byY := func(a, b point) int { return cmp.Compare(a.y, b.y) }
	left, right := slices.MinFunc(at, byX).x, slices.MaxFunc(at, byX).x
	top, bottom := slices.MinFunc(at, byY).y, slices.MaxFunc(at, byY).y
	for i := range at {
		at[i].x = (at[i].x - left) / math.Max(right-left, 1) * wide
		at[i].y = (at[i].y - top) / math.Max(bottom-top, 1) * high
	}
}

// radius grows with the relations so that the area does.
func (a *actor) radius() float64 { return 4 + 2.2*math.Sqrt(float64(a.Total)) }

// box is the room that an actor with its label takes: half its width, and its
// height above and below the middle of its circle.
func (a *actor) box() (half, above, below float64) {
	half = math.Max(a.radius(), float64(utf8.RuneCountInString(a.short()))*letter/2) + 4
	return half, a.radius() + 3, a.radius() + label + 3
}

// apart moves actors whose boxes overlap away from each other, along the way
// that is shorter.
func (g *graph) apart(at []point) {
	for range 500 {
		moved := false
		for i, a := range g.Actors {
			for j, b := range g.Actors[:i] {
				ha, ua, da := a.box()
				hb, ub, db := b.box()
				x := ha + hb - math.Abs(at[i].x-at[j].x)
				y := da + ub - (at[j].y - at[i].y) // a above b
				above := true
				if at[i].y > at[j].y {
					y, above = db+ua-(at[i].y-at[j].y), false
				}
				if x <= 0 || y <= 0 {
					continue
				}
				moved = true
				if x < y {
					if at[i].x < at[j].x {
						x = -x
					}
					at[i].x += x/2 + math.Copysign(0.5, x)
					at[j].x -= x/2 + math.Copysign(0.5, x)
					continue
				}
				if above {
					y = -y
				}
				at[i].y += y/2 + math.Copysign(0.5, y)
				at[j].y -= y/2 + math.Copysign(0.5, y)
			}
		}
		if !moved {
			return
		}
	}
}

// place rounds the positions, and measures the picture.
func (g *graph) place(at []point) {
	left, top, right, bottom := math.Inf(1), math.Inf(1), math.Inf(-1), math.Inf(-1)
	for i, a := range g.Actors {
		half, above, below := a.box()
		left, right = math.Min(left, at[i].x-half), math.Max(right, at[i].x+half)
		top, bottom = math.Min(top, at[i].y-above), math.Max(bottom, at[i].y+below)
	}
	if len(at) == 0 {
		left, top, right, bottom = 0, 0, wide, high
	}
	for i, a := range g.Actors {
		a.X = int(math.Round(at[i].x - left + margin))
		a.Y = int(math.Round(at[i].y - top + margin))
		a.R = int(math.Round(a.radius()))
	}
	g.Width, g.Height = int(right-left+2*margin), int(bottom-top+2*margin)
	for _, e := range g.Edges {
		e.bend()
	}
}

// bends keep the edges of the classes between two actors apart.
var bends = map[class]float64{contact: 0, conflict: 0.12, word: -0.12, tie: 0.2}

// bend draws the edge from circle to circle, to the right of the straight line
// in its own direction, so that edges back and forth part.
func (e *edge) bend() {
	ax, ay, bx, by := float64(e.Source.X), float64(e.Source.Y), float64(e.Target.X), float64(e.Target.Y)
	dx, dy := bx-ax, by-ay
	d := math.Max(math.Hypot(dx, dy), 1)
	k := bends[e.Class]
	cx, cy := (ax+bx)/2-dy*k, (ay+by)/2+dx*k
	start := toward(ax, ay, cx, cy, float64(e.Source.R)+1)
	gap := 2.0
	if e.Class != contact {
		gap = 7 // room for the arrow
	}
	end := toward(bx, by, cx, cy, math.Min(float64(e.Target.R)+gap, d/2))
	e.Path = curve(start, point{cx, cy}, end)
	e.LabelX = int(math.Round((start.x + 2*cx + end.x) / 4))
	e.LabelY = int(math.Round((start.y+2*cy+end.y)/4)) + 4
}

// toward is the point at distance r from (x, y) on the way to (tx, ty).
func toward(x, y, tx, ty, r float64) point {
	d := math.Max(math.Hypot(tx-x, ty-y), 1)
	return point{x + (tx-x)/d*r, y + (ty-y)/d*r}
}
