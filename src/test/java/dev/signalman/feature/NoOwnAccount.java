package dev.signalman.feature;

import dev.signalman.dispatch.RowChange;
import dev.signalman.port.BotTokenAccount;
import java.util.Optional;

/** Semaphore never named the bot's account, and nothing is stored. */
final class NoOwnAccount implements BotTokenAccount {
    @Override
    public Optional<String> id() {
        return Optional.empty();
    }

    @Override
    public RowChange learning(String account) {
        return handle -> {};
    }
}
