/** The playground's page in a real Chromium. Skipped with a message without one. */
@NullMarked
package dev.signalman.browser;

import org.jspecify.annotations.NullMarked;
