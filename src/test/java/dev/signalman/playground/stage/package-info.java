/** What the demo is played with, in parts. */
package dev.signalman.playground.stage;
