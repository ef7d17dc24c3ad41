package dev.signalman.journal;

import dev.signalman.dispatch.ActMutex;
import dev.signalman.dispatch.ActMutexHeldException;
import jakarta.inject.Inject;
import java.util.Set;
import org.jdbi.v3.core.Handle;

/** The sections in which acts are open, one in each; the database lets nobody in twice. */
final class ActMutexes {
    @Inject
    ActMutexes() {}

    /** Lets an act in that was just written down; it has the section once the transaction is through. */
    void enter(Handle handle, ActMutex mutex, String invocationId, Set<String> known) {
        var entered = handle.createUpdate(
                        "INSERT INTO sections (name, invocation_id) VALUES (:name, :id) ON CONFLICT DO NOTHING")
                .bind("name", mutex.name())
                .bind("id", invocationId)
                .execute();
        if (entered == 0) {
            throw ActMutexHeldException.by(mutex);
        }
        // asked once the section is ours: whoever had it is through, and nobody else comes in
        var passed = handle.createQuery("SELECT invocation_id FROM acts WHERE section = :name")
                .bind("name", mutex.name())
                .mapTo(String.class)
                .set();
        if (!known.containsAll(passed)) {
            throw ActMutexHeldException.after(mutex, passed);
        }
        handle.createUpdate("UPDATE acts SET section = :name WHERE invocation_id = :id")
                .bind("name", mutex.name())
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
