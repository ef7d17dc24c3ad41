/** The things of a CI and of a chat, and the rules that hold for them: values without input or output. */
@NullMarked
package dev.signalman.domain;

import org.jspecify.annotations.NullMarked;
