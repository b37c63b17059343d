// Package page draws a document for people: WriteHTML makes one
// self-contained page (html.go, page.tmpl), WriteSVG one sentence with arcs
// (svg.go, arcs.go). Neither needs a network, a script or a font, and no
// markup of the text gets through.
package page
