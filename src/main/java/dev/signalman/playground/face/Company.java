package dev.signalman.playground.face;

import dev.signalman.playground.stage.Stage;
import dev.signalman.simulator.slack.Conversation;
import dev.signalman.simulator.slack.Person;
import dev.signalman.simulator.slack.Window;

/** Who is meant and where, or a sentence that says why nobody is. */
final class Company {
    private final Stage stage;

    Company(Stage stage) {
        this.stage = stage;
    }

    /** The person that the page acts as. */
    Person person(Asked asked) {
        var id = asked.text("as");
        return stage.slack().people().stream()
                .filter(each -> each.id().equals(id) && each.standing() != Person.Standing.BOT)
                .findFirst()
                .orElseThrow(() -> Mistake.wrong("Nobody here has the id " + id + ". These may be played: "
                        + stage.roles().keySet() + "."));
    }

    /** That person's window. */
    Window window(Asked asked) {
        return stage.slack().window(person(asked).id());
    }

    /** A channel that the person is in. */
    String channel(Asked asked, Window window) {
        var id = asked.text("channel");
        return window.channels().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .map(Conversation::id)
                .orElseThrow(
                        () -> Mistake.wrong(person(asked).realName() + " is in no channel with the id " + id + "."));
    }
}
