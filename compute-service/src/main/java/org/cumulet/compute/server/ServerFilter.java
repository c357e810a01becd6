package org.cumulet.compute.server;

import static org.cumulet.compute.server.ServerFilter.Audience.ADMINS;
import static org.cumulet.compute.server.ServerFilter.Audience.EVERYBODY;
import static org.cumulet.compute.server.ServerFilter.Audience.EVERYBODY_LATELY;

import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.cumulet.api.fault.Fault;
import org.cumulet.api.version.Microversion;
import org.cumulet.compute.web.ComputeVersions;
import org.cumulet.compute.web.Moments;

/// What lists of servers can be narrowed by: the name in the query, who may use it and since when, what it asks of a
/// row.
public enum ServerFilter {
    NAME("name", EVERYBODY, "name ~ :value", "2.1", ServerFilter::pattern),
    FLAVOR("flavor", EVERYBODY, "flavor_id = :value"),
    IMAGE("image", EVERYBODY, "cast(image as text) = :value"),
    RESERVATION("reservation_id", EVERYBODY, "reservation = :value"),
    IP("ip", EVERYBODY, Sql.ADDRESS, "2.1", ServerFilter::pattern),
    IP6("ip6", EVERYBODY, Sql.ADDRESS, "2.1", ServerFilter::pattern),
    TAGS("tags", EVERYBODY, "tags @> " + Sql.WORDS, "2.26"),
    TAGS_ANY("tags-any", EVERYBODY, "tags && " + Sql.WORDS, "2.26"),
    NOT_TAGS("not-tags", EVERYBODY, "not tags @> " + Sql.WORDS, "2.26"),
    NOT_TAGS_ANY("not-tags-any", EVERYBODY, "not tags && " + Sql.WORDS, "2.26"),
    LOCKED("locked", EVERYBODY, "(locked_by is not null) = :value", "2.73", ServerFilter::yesOrNo),
    CHANGES_SINCE("changes-since", EVERYBODY, "updated >= :value", "2.1", ServerFilter::moment),
    CHANGES_BEFORE("changes-before", EVERYBODY, "updated <= :value", "2.66", ServerFilter::moment),
    USER("user_id", EVERYBODY_LATELY, "user_id = :value"),
    ZONE("availability_zone", EVERYBODY_LATELY, Sql.ZONE + " = :value"),
    KEY("key_name", EVERYBODY_LATELY, "key_name = :value"),
    CONFIG_DRIVE("config_drive", EVERYBODY_LATELY, "config_drive = :value", "2.1", ServerFilter::yesOrNo),
    VM_STATE("vm_state", EVERYBODY_LATELY, "vm_state = :value", "2.1", ServerFilter::constant),
    TASK_STATE("task_state", EVERYBODY_LATELY, "task_state = :value", "2.1", ServerFilter::constant),
    POWER_STATE("power_state", EVERYBODY_LATELY, "power_state = :value", "2.1", ServerFilter::power),
    PROGRESS("progress", EVERYBODY_LATELY, "0 = :value", "2.1", ServerFilter::number),
    CREATED("created_at", EVERYBODY_LATELY, "created = :value", "2.1", ServerFilter::moment),
    LAUNCHED("launched_at", EVERYBODY_LATELY, "launched = :value", "2.1", ServerFilter::moment),
    TERMINATED("terminated_at", EVERYBODY_LATELY, "terminated = :value", "2.1", ServerFilter::moment),
    HOST("host", ADMINS, "host_name = :value"),
    NODE("node", ADMINS, "host_name = :value"),
    PROJECT("project_id", ADMINS, "project = :value"),
    TENANT("tenant_id", ADMINS, "project = :value"),
    ID("uuid", ADMINS, "cast(id as text) = :value"),
    HOSTNAME("hostname", ADMINS, "hostname = :value"),
    DISPLAY_NAME("display_name", ADMINS, "name = :value"),
    DESCRIPTION("description", ADMINS, "description ~ :value", "2.1", ServerFilter::pattern),
    DISPLAY_DESCRIPTION("display_description", ADMINS, "description ~ :value", "2.1", ServerFilter::pattern),
    IMAGE_REF("image_ref", ADMINS, "cast(image as text) = :value"),
    LAUNCH_INDEX("launch_index", ADMINS, "launch_index = :value", "2.1", ServerFilter::number),
    LOCKED_BY("locked_by", ADMINS, "locked_by = :value", "2.1", ServerFilter::constant),
    ACCESS_IPV4("access_ip_v4", ADMINS, "access_ipv4 = :value"),
    ACCESS_IPV6("access_ip_v6", ADMINS, "access_ipv6 = :value");

    /// Who may use a filter; others' use of it is overlooked.
    enum Audience {
        EVERYBODY,
        /// Since more filters were opened.
        EVERYBODY_LATELY,
        ADMINS;

        boolean includes(boolean admin) {
            return switch (this) {
                case EVERYBODY -> true;
                case EVERYBODY_LATELY -> admin || Microversion.atLeast(ComputeVersions.MORE_FILTERS);
                case ADMINS -> admin;
            };
        }
    }

    private final String parameter;
    private final Audience audience;
    private final String sql;
    private final Microversion since;
    private final Function<String, Object> reading;

    ServerFilter(String parameter, Audience audience, String sql) {
        this(parameter, audience, sql, "2.1");
    }

    ServerFilter(String parameter, Audience audience, String sql, String since) {
        this(parameter, audience, sql, since, text -> text);
    }

    ServerFilter(String parameter, Audience audience, String sql, String since, Function<String, Object> reading) {
        this.parameter = parameter;
        this.audience = audience;
        this.sql = sql;
        this.since = Microversion.of(since);
        this.reading = reading;
    }

    /// The filter with this name in the query, if the version spoken has it.
    static Optional<ServerFilter> named(String parameter) {
        return Arrays.stream(values())
                .filter(filter -> filter.parameter.equals(parameter))
                .filter(filter -> Microversion.atLeast(filter.since))
                .findFirst();
    }

    /// What is asked of a row; nothing when the caller may not ask.
    Optional<Condition> of(String value, boolean admin) {
        return audience.includes(admin) ? Optional.of(new Condition(sql, read(value))) : Optional.empty();
    }

    private Object read(String value) {
        try {
            return reading.apply(value);
        } catch (IllegalArgumentException e) {
            throw new Fault.BadRequest("Invalid input for query parameters %s. Value: %s".formatted(parameter, value));
        }
    }

    /// A regular expression the database can match in time: not long, and without references to what it matched before.
    private static String pattern(String text) {
        if (text.length() > 255 || text.matches("(?s).*\\\\\\d.*")) {
            throw new IllegalArgumentException(text);
        }
        return text;
    }

    private static Instant moment(String text) {
        return Moments.parse(text);
    }

    private static Boolean yesOrNo(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true", "1", "yes", "on", "t", "y" -> true;
            case "false", "0", "no", "off", "f", "n", "" -> false;
            default -> throw new IllegalArgumentException(text);
        };
    }

    private static Integer number(String text) {
        return Integer.valueOf(text);
    }

    private static String constant(String text) {
        return text.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static String power(String text) {
        var number = Integer.parseInt(text);
        return Arrays.stream(PowerState.values())
                .filter(state -> state.number() == number)
                .map(Enum::name)
                .findFirst()
                .orElse("");
    }

    /// Pieces of SQL.
    private static final class Sql {
        static final String WORDS = "string_to_array(:value, ',')";
        static final String ADDRESS = "exists (select 1 from jsonb_array_elements(nics) nic,"
                + " jsonb_array_elements(nic.value -> 'fixed_ips') address"
                + " where address.value ->> 'address' ~ :value)";
        static final String ZONE = "coalesce(placement ->> 'zone', case when host_id is null then '' else 'nova' end)";
    }
}
