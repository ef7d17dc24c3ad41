package dev.signalman.playground.face;

import dev.signalman.playground.stage.DemoEnvironment;
import dev.signalman.simulator.slack.ClientWindow;
import dev.signalman.simulator.slack.Conversation;
import dev.signalman.simulator.slack.SimulatedPerson;

/** Resolves the person and channel of a request, or fails with a sentence. */
final class NamedParticipants {
    private final DemoEnvironment demo;

    NamedParticipants(DemoEnvironment demo) {
        this.demo = demo;
    }

    /** The person that the page acts as. */
    SimulatedPerson person(PageRequest pageRequest) {
        var id = pageRequest.text("as");
        return demo.slack().people().stream()
                .filter(each -> each.id().equals(id) && each.standing() != SimulatedPerson.Standing.BOT)
                .findFirst()
                .orElseThrow(() -> BadPageRequestException.wrong("Nobody here has the id " + id
                        + ". These may be played: " + demo.roles().keySet() + "."));
    }

    ClientWindow window(PageRequest pageRequest) {
        return demo.slack().window(person(pageRequest).id());
    }

    /** A channel that the person is in. */
    String channel(PageRequest pageRequest, ClientWindow window) {
        var id = pageRequest.text("channel");
        return window.channels().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(Conversation::id)
                .orElseThrow(() -> BadPageRequestException.wrong(
                        person(pageRequest).realName() + " is in no channel with the id " + id + "."));
    }
}
