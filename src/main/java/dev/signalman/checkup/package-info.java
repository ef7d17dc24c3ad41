/** What can be found out about the surroundings, whatever part finds it out; it knows none of them. */
@NullMarked
package dev.signalman.checkup;

import org.jspecify.annotations.NullMarked;
