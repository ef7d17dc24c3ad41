/** The demo, met through HTTP as its page meets it. */
package dev.signalman.playground;
