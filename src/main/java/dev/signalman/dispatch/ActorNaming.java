package dev.signalman.dispatch;

import dev.signalman.command.Grammar;
import dev.signalman.command.Refusal;
import dev.signalman.command.Verb;
import dev.signalman.command.Why;
import dev.signalman.domain.Actor;
import dev.signalman.domain.Person;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** Gives whoever acts the name by which people know them; Slack's payloads hold only a handle. */
final class ActorNaming {
    private final Grammar grammar;
    private final People people;

    @Inject
    ActorNaming(Grammar grammar, People people) {
        this.grammar = grammar;
        this.people = people;
    }

    /** The same work, its actor named as cards will say it; unchanged when the answer names nobody or Slack cannot say. */
    Claim name(Claim claim) {
        var invocation = claim.invocation();
        if (invocation.origin() instanceof Origin.Itself || !names(invocation.line())) {
            return claim;
        }
        var person = people.find(invocation.actor().userId());
        if (person.standing() == Person.Standing.UNKNOWN || person.name().isBlank()) {
            return claim;
        }
        var actor = new Actor(
                invocation.actor().userId(), person.name(), invocation.actor().teamId());
        return new Claim(named(invocation, actor), named(claim.pending(), actor), claim.attempts());
    }

    private boolean names(String line) {
        try {
            var command = grammar.read(line);
            return command instanceof Why || grammar.verbOf(command).kind() == Verb.Kind.ACTS;
        } catch (Refusal unreadable) {
            return false; // the dispatcher reads it again and says why
        }
    }

    private static Invocation named(Invocation invocation, Actor actor) {
        return new Invocation(
                invocation.id(),
                actor,
                invocation.place(),
                invocation.line(),
                invocation.origin(),
                invocation.taken(),
                invocation.responseUrl());
    }

    private static Claim.@Nullable Pending named(Claim.@Nullable Pending pending, Actor actor) {
        if (pending == null) {
            return null;
        }
        var act = pending.act();
        return new Claim.Pending(
                new Act(act.token(), actor, act.place(), act.intended(), act.rules()), pending.line(), pending.sent());
    }
}
