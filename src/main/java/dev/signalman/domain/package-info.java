/** Values of a CI server and of a chat, and their rules, without any I/O. */
@NullMarked
package dev.signalman.domain;

import org.jspecify.annotations.NullMarked;
