/** From what was said to what is meant: finds projects, pipelines, workflows and jobs, and the promotions that are known. */
@NullMarked
package dev.signalman.subject;

import org.jspecify.annotations.NullMarked;
