/** The machinery that takes invocations in, works on them and shows what came of them; this package puts it together and looks at how it goes. */
@NullMarked
package dev.signalman.engine;

import org.jspecify.annotations.NullMarked;
