package dev.signalman.playground.face;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.signalman.playground.stage.DemoEnvironment;

/** What a person's phone shows. */
final class PhoneView {
    private final DemoEnvironment demo;
    private final NamedParticipants namedParticipants;

    PhoneView(DemoEnvironment demo, NamedParticipants namedParticipants) {
        this.demo = demo;
        this.namedParticipants = namedParticipants;
    }

    ObjectNode of(PageRequest pageRequest) {
        var sheet = PageJson.object();
        var entries = sheet.putArray("entries");
        demo.phones()
                .of(namedParticipants.person(pageRequest).id())
                .forEach(entry -> entries.addObject()
                        .put("id", entry.id())
                        .put("issuer", entry.issuer())
                        .put("code", entry.code())
                        .put("leftMs", entry.left().toMillis()));
        return sheet;
    }
}
