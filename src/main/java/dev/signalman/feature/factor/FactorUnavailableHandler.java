package dev.signalman.feature.factor;

import dev.signalman.command.Factor;
import dev.signalman.command.Refusal;
import dev.signalman.dispatch.Handler;
import dev.signalman.dispatch.Invocation;
import dev.signalman.dispatch.Outcome;
import jakarta.inject.Inject;

/** Explains how to turn on second factors. */
final class FactorUnavailableHandler implements Handler<Factor> {
    @Inject
    FactorUnavailableHandler() {}

    @Override
    public Outcome handle(Factor command, Invocation invocation) {
        throw new Refusal(FactorPhrases.OFF + " Nothing was changed.");
    }
}
