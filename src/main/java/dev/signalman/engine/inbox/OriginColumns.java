package dev.signalman.engine.inbox;

import dev.signalman.dispatch.Origin;
import dev.signalman.dispatch.OriginVisitor;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** An origin as the columns of a row. */
record OriginColumns(
        String origin, @Nullable String of, @Nullable String label, boolean ephemeral) {
    private static final String TYPED = "typed";
    private static final String PRESSED = "pressed";
    private static final String SUBMITTED = "submitted";
    private static final String ITSELF = "itself";
    private static final String MENTIONED = "mentioned";
    private static final String BY_AGENT = "agent";
    private static final String NOTICED = "noticed";

    static OriginColumns write(Origin origin) {
        return origin.accept(new Writing());
    }

    static Origin read(ResultSet row) throws SQLException {
        var of = row.getString("origin_of");
        return switch (row.getString("origin")) {
            case TYPED -> new Origin.Typed();
            case PRESSED -> pressed(row);
            // a press has a label, even an empty one
            case SUBMITTED -> new Origin.Submitted(row.getString("label") == null ? null : pressed(row));
            case MENTIONED -> new Origin.Mentioned();
            case BY_AGENT -> new Origin.ByAgent(of, row.getString("label"));
            case NOTICED -> new Origin.Noticed();
            case ITSELF -> new Origin.Itself(of);
            default -> throw new SQLException("An unknown origin");
        };
    }

    private static Origin.Pressed pressed(ResultSet row) throws SQLException {
        // the pressed version matters only at intake
        return new Origin.Pressed(row.getString("origin_of"), 0, row.getString("label"), row.getBoolean("ephemeral"));
    }

    private static final class Writing implements OriginVisitor<OriginColumns> {
        @Override
        public OriginColumns typed(Origin.Typed origin) {
            return new OriginColumns(TYPED, null, null, false);
        }

        @Override
        public OriginColumns mentioned(Origin.Mentioned origin) {
            return new OriginColumns(MENTIONED, null, null, false);
        }

        @Override
        public OriginColumns pressed(Origin.Pressed pressed) {
            return new OriginColumns(PRESSED, pressed.cardKey(), pressed.label(), pressed.ephemeral());
        }

        @Override
        public OriginColumns submitted(Origin.Submitted submitted) {
            var opened = submitted.opened();
            return opened == null
                    ? new OriginColumns(SUBMITTED, null, null, false)
                    : new OriginColumns(SUBMITTED, opened.cardKey(), opened.label(), opened.ephemeral());
        }

        @Override
        public OriginColumns byAgent(Origin.ByAgent agent) {
            return new OriginColumns(BY_AGENT, agent.token(), agent.agent(), false);
        }

        @Override
        public OriginColumns noticed(Origin.Noticed origin) {
            return new OriginColumns(NOTICED, null, null, false);
        }

        @Override
        public OriginColumns itself(Origin.Itself itself) {
            return new OriginColumns(ITSELF, itself.becauseOf(), null, false);
        }
    }
}
