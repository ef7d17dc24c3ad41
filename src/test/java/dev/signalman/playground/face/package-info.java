/** The page's HTTP face, in parts. */
package dev.signalman.playground.face;
