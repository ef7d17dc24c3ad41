package dev.signalman.feature.approvals;

import com.google.inject.AbstractModule;
import com.google.inject.Scopes;
import com.google.inject.multibindings.Multibinder;
import dev.signalman.checkup.Check;
import dev.signalman.command.Approve;
import dev.signalman.command.BreakGlass;
import dev.signalman.command.Clear;
import dev.signalman.command.Grant;
import dev.signalman.command.ListApprovals;
import dev.signalman.command.Reject;
import dev.signalman.command.Withdraw;
import dev.signalman.dispatch.HandlerBinder;
import dev.signalman.dispatch.HomePart;
import dev.signalman.dispatch.Looker;
import dev.signalman.ruling.Requests;
import dev.signalman.ruling.RulingModule;
import dev.signalman.storage.Migrations;
import dev.signalman.subject.PusherAddresses;

/** Binds what asks for approval and takes votes. */
public final class ApprovalsModule extends AbstractModule {
    /** Where the tables of requests are made. */
    public static final Migrations MIGRATIONS = new Migrations("dev/signalman/feature/approvals/migrations");

    @Override
    protected void configure() {
        Multibinder.newSetBinder(binder(), Migrations.class).addBinding().toInstance(MIGRATIONS);
        HandlerBinder.handlers(binder())
                .bind(Approve.class, ApproveHandler.class)
                .bind(Reject.class, RejectHandler.class)
                .ask(Reject.class, RejectForm.class)
                .bind(Withdraw.class, WithdrawHandler.class)
                .bind(ListApprovals.class, ListApprovalsHandler.class)
                .bind(BreakGlass.class, BreakGlassHandler.class)
                .ask(BreakGlass.class, BreakGlassForm.class)
                .bind(Clear.class, ClearHandler.class)
                .carry(Grant.class, GrantCarrier.class);
        bind(ApproversCheck.class);
        bind(BreakersCheck.class);
        var checks = Multibinder.newSetBinder(binder(), Check.class);
        checks.addBinding().to(ApproversCheck.class);
        checks.addBinding().to(BreakersCheck.class);
        var home = Multibinder.newSetBinder(binder(), HomePart.class);
        home.addBinding().to(WaitingForYou.class);
        home.addBinding().to(ToBeCleared.class);
        home.addBinding().to(OwnRequests.class);
        var reconcilers = Multibinder.newSetBinder(binder(), Looker.class);
        reconcilers.addBinding().to(RequestReconciler.class);
        reconcilers.addBinding().to(GlassReconciler.class);
        var rules = RulingModule.rules(binder());
        rules.addBinding().to(ApprovalRule.class);
        rules.addBinding().to(OvertakenRule.class);
        rules.addBinding().to(BreakGlassRule.class);
        for (var one : new Class<?>[] {
            ApprovalCards.class,
            ApprovalRule.class,
            BreakGlassRule.class,
            Breaking.class,
            DeployFollower.class,
            Display.class,
            Audiences.class,
            Endings.class,
            GlassReconciler.class,
            GlassStore.class,
            Named.class,
            Opening.class,
            OvertakenRule.class,
            OwnRequests.class,
            Petitions.class,
            RequestReader.class,
            RequestReconciler.class,
            RequestStore.class,
            Retelling.class,
            ReviewCards.class,
            Reviewers.class,
            ToBeCleared.class,
            Told.class,
            VoterHome.class,
            Voting.class,
            WaitingForYou.class
        }) {
            bind(one).in(Scopes.SINGLETON);
        }
        bind(Requests.class).to(Opening.class);
        bind(ShippedPushers.class).in(Scopes.SINGLETON);
        bind(PusherLookup.class).to(ShippedPushers.class);
        bind(PusherAddresses.class).to(ShippedPushers.class);
    }
}
