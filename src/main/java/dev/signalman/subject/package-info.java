/** Resolves what users refer to: projects, pipelines, workflows, jobs and known promotions. */
@NullMarked
package dev.signalman.subject;

import org.jspecify.annotations.NullMarked;
