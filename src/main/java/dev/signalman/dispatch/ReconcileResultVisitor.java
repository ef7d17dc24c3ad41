package dev.signalman.dispatch;

/** One method per kind of result, so that a kind that is not handled does not compile. */
public interface ReconcileResultVisitor<T> {
    T unchanged(ReconcileResult.Unchanged unchanged);

    T asleep(ReconcileResult.Asleep asleep);

    T changed(ReconcileResult.Changed changed);

    T done(ReconcileResult.Done done);

    T failed(ReconcileResult.Failed failed);

    T over(ReconcileResult.Over over);
}
