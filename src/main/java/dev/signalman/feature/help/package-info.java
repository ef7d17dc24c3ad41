/** What can be asked, in the words of the objects that read it. */
@NullMarked
package dev.signalman.feature.help;

import org.jspecify.annotations.NullMarked;
