package dev.signalman.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class PrintingAndReadingTest {
    private final Grammar grammar = new Grammar(URI.create("https://acme.semaphoreci.com"));

    @Property(tries = 5000)
    void whatIsPrintedIsReadAsTheSameCommand(@ForAll("spoken") Command command) {
        assertThat(grammar.read(grammar.print(command))).isEqualTo(command);
    }

    @Property(tries = 2000)
    void theBotReadsAllThatItPrints(@ForAll("all") Command command) {
        assertThat(grammar.readOwn(grammar.print(command))).isEqualTo(command);
    }

    @Property(tries = 2000)
    void printingWhatWasReadIsCanonical(@ForAll("spoken") Command command) {
        var once = grammar.print(command);
        assertThat(grammar.print(grammar.read(once))).isEqualTo(once);
    }

    @Provide
    Arbitrary<Command> spoken() {
        return CommandArbitraries.spoken();
    }

    @Provide
    Arbitrary<Command> all() {
        return net.jqwik.api.Arbitraries.oneOf(CommandArbitraries.spoken(), CommandArbitraries.internal());
    }
}
