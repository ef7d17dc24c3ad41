/** The playground's page in a real Chromium. Skipped with a line that says so where there is none. */
@NullMarked
package dev.signalman.browser;

import org.jspecify.annotations.NullMarked;
