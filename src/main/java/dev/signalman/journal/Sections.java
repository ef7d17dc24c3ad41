package dev.signalman.journal;

import dev.signalman.dispatch.OccupiedException;
import dev.signalman.dispatch.Section;
import jakarta.inject.Inject;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The sections in which acts are open, one in each; the database lets nobody in twice. */
final class Sections {
    @Inject
    Sections() {}

    /** Lets an act in that was just written down; it has the section once the transaction is through. */
    void enter(Handle handle, Section section, String invocationId, Set<String> known) {
        var entered = handle.createUpdate(
                        "INSERT INTO sections (name, invocation_id) VALUES (:name, :id) ON CONFLICT DO NOTHING")
                .bind("name", section.name())
                .bind("id", invocationId)
                .execute();
        if (entered == 0) {
            throw OccupiedException.by(section);
        }
        // asked once the section is ours: whoever had it is through, and nobody else comes in
        var passed = handle.createQuery("SELECT invocation_id FROM acts WHERE section = :name")
                .bind("name", section.name())
                .mapTo(String.class)
                .set();
        if (!known.containsAll(passed)) {
            throw OccupiedException.after(section, passed);
        }
        handle.createUpdate("UPDATE acts SET section = :name WHERE invocation_id = :id")
                .bind("name", section.name())
                .bind("id", invocationId)
                .execute();
    }

    /** Lets the next one in. */
    void leave(Handle handle, String invocationId) {
        handle.createUpdate("DELETE FROM sections WHERE invocation_id = :id")
                .bind("id", invocationId)
                .execute();
    }
}
