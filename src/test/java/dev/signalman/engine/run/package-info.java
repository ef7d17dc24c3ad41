@NullMarked
package dev.signalman.engine.run;

import org.jspecify.annotations.NullMarked;
