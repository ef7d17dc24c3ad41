/** Tests the rules of promotions: cases are judged by the bot's own rules, with facts from a file. */
@NullMarked
package dev.signalman.app.policy;

import org.jspecify.annotations.NullMarked;
