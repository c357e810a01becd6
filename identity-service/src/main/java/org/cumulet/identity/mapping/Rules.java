package org.cumulet.identity.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import org.cumulet.api.fault.Fault;
import org.cumulet.identity.mapping.Statement.DomainName;
import org.cumulet.identity.mapping.Statement.Local;
import org.cumulet.identity.mapping.Statement.Person;
import org.cumulet.identity.mapping.Statement.Remote;
import org.cumulet.identity.mapping.Statement.RoleName;
import org.cumulet.identity.mapping.Statement.Team;
import org.jspecify.annotations.Nullable;

/// All rules of a mapping. All that fit count; of several users the first.
///
/// @param version `1.0`, where users and projects belong to the provider's domain, or `2.0`, where rules may name
/// another
record Rules(List<Statement> statements, String version) {

    /// @throws Fault.BadRequest for what could never hold
    void mustBeUseful() {
        for (var statement : statements) {
            statement.remote().forEach(Rules::mustBeUseful);
            statement.local().forEach(this::mustBeUseful);
            var known =
                    (int) statement.remote().stream().filter(Rules::isDirect).count();
            texts(statement).forEach(text -> {
                if (new Template(text).highest() >= known) {
                    throw new Fault.BadRequest(
                            "Invalid input for attribute rules: '%s' refers to more claims than the rule takes over (%d)."
                                    .formatted(text, known));
                }
            });
        }
    }

    private static void mustBeUseful(Remote remote) {
        var choices = Stream.of(remote.anyOneOf(), remote.notAnyOf(), remote.whitelist(), remote.blacklist())
                .flatMap(Stream::ofNullable)
                .toList();
        if (choices.size() > 1) {
            throw new Fault.BadRequest(
                    "Invalid input for attribute rules: %s has more than one of any_one_of, not_any_of, whitelist and blacklist."
                            .formatted(remote.type()));
        }
        if (Boolean.TRUE.equals(remote.regex())) {
            choices.stream().flatMap(List::stream).forEach(Rules::mustCompile);
        }
    }

    private static void mustCompile(String expression) {
        try {
            Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            throw new Fault.BadRequest("Invalid input for attribute rules: %s".formatted(e.getDescription()))
                    .because(e);
        }
    }

    private void mustBeUseful(Local local) {
        if (local.groups() != null && local.domain() == null) {
            throw new Fault.BadRequest("Invalid input for attribute rules: groups need the domain they belong to.");
        }
        if (local.group() != null
                && local.group().id() == null
                && (local.group().name() == null || local.group().domain() == null)) {
            throw new Fault.BadRequest(
                    "Invalid input for attribute rules: a group needs an id, or a name and a domain.");
        }
        if (version.equals("1.0")
                && local.projects() != null
                && local.projects().stream().anyMatch(it -> it.domain() != null)) {
            throw new Fault.BadRequest(
                    "Invalid input for attribute rules: the domain of a project may be named since schema version 2.0.");
        }
    }

    private static Stream<String> texts(Statement statement) {
        return statement.local().stream()
                .flatMap(local -> Stream.of(
                                Stream.of(local.groups(), local.groupIds()),
                                texts(local.domain()),
                                texts(local.user()),
                                local.group() == null
                                        ? Stream.<String>empty()
                                        : Stream.concat(
                                                Stream.of(
                                                        local.group().id(),
                                                        local.group().name()),
                                                texts(local.group().domain())),
                                local.projects() == null
                                        ? Stream.<String>empty()
                                        : local.projects().stream()
                                                .flatMap(it -> Stream.concat(
                                                        Stream.concat(Stream.of(it.name()), texts(it.domain())),
                                                        it.roles().stream().map(RoleName::name))))
                        .flatMap(it -> it))
                .filter(text -> text != null);
    }

    private static Stream<@Nullable String> texts(@Nullable DomainName domain) {
        return domain == null ? Stream.empty() : Stream.of(domain.id(), domain.name());
    }

    private static Stream<@Nullable String> texts(@Nullable Person user) {
        return user == null
                ? Stream.empty()
                : Stream.concat(Stream.of(user.id(), user.name(), user.email()), texts(user.domain()));
    }

    /// What holds for somebody with these claims; nothing where no rule fits.
    Optional<Mapped> apply(Claims claims) {
        var fitting = new ArrayList<Mapped>();
        for (var statement : statements) {
            values(statement, claims)
                    .ifPresent(values -> statement.local().forEach(it -> fitting.add(mapped(it, values))));
        }
        return fitting.stream().reduce(Mapped::and);
    }

    /// What the claims say of those that are taken over; nothing where one that must be there is not.
    private static Optional<List<List<String>>> values(Statement statement, Claims claims) {
        var direct = new ArrayList<List<String>>();
        for (var remote : statement.remote()) {
            var values = claims.of(remote.type());
            if (values.isEmpty() || !fits(remote, values)) {
                return Optional.empty();
            }
            if (isDirect(remote)) {
                direct.add(counting(remote, values));
            }
        }
        return Optional.of(direct);
    }

    private static boolean isDirect(Remote remote) {
        return remote.anyOneOf() == null && remote.notAnyOf() == null;
    }

    private static boolean fits(Remote remote, List<String> values) {
        if (remote.anyOneOf() != null) {
            return values.stream().anyMatch(in(remote.anyOneOf(), remote));
        }
        return remote.notAnyOf() == null || values.stream().noneMatch(in(remote.notAnyOf(), remote));
    }

    private static List<String> counting(Remote remote, List<String> values) {
        if (remote.blacklist() != null) {
            return values.stream()
                    .filter(in(remote.blacklist(), remote).negate())
                    .toList();
        }
        return remote.whitelist() == null
                ? values
                : values.stream().filter(in(remote.whitelist(), remote)).toList();
    }

    private static Predicate<String> in(List<String> choices, Remote remote) {
        return Boolean.TRUE.equals(remote.regex())
                ? value -> choices.stream()
                        .anyMatch(it -> Pattern.compile(it).matcher(value).find())
                : choices::contains;
    }

    private Mapped mapped(Local local, List<List<String>> values) {
        return new Mapped(
                Optional.ofNullable(local.user()).map(user -> user(user, local.domain(), values)).stream()
                        .toList(),
                Stream.concat(
                                Stream.ofNullable(local.groupIds()).flatMap(it -> all(it, values)),
                                Stream.ofNullable(local.group())
                                        .map(Team::id)
                                        .flatMap(Stream::ofNullable)
                                        .flatMap(it -> all(it, values)))
                        .toList(),
                Stream.concat(
                                Stream.ofNullable(local.groups())
                                        .flatMap(it -> all(it, values))
                                        .map(name -> new Mapped.Group(name, domain(local.domain(), values))),
                                Stream.ofNullable(local.group())
                                        .filter(it -> it.id() == null)
                                        .flatMap(it -> all(String.valueOf(it.name()), values)
                                                .map(name -> new Mapped.Group(name, domain(it.domain(), values)))))
                        .toList(),
                Stream.ofNullable(local.projects())
                        .flatMap(List::stream)
                        .flatMap(it -> all(it.name(), values)
                                .map(name -> new Mapped.Project(
                                        name,
                                        domainOf(it.domain(), local.domain(), values),
                                        it.roles().stream()
                                                .flatMap(role -> all(role.name(), values))
                                                .toList())))
                        .toList());
    }

    private Mapped.User user(Person user, @Nullable DomainName beside, List<List<String>> values) {
        return new Mapped.User(
                one(user.id(), values),
                one(user.name(), values),
                one(user.email(), values),
                user.isLocal() ? domain(user.domain(), values) : domainOf(user.domain(), beside, values),
                user.isLocal());
    }

    /// As version 2.0 lets it be named; else the provider's.
    private Mapped.@Nullable Domain domainOf(
            @Nullable DomainName own, @Nullable DomainName beside, List<List<String>> values) {
        return version.equals("1.0") ? null : domain(own == null ? beside : own, values);
    }

    private static Mapped.@Nullable Domain domain(@Nullable DomainName name, List<List<String>> values) {
        return name == null ? null : new Mapped.Domain(one(name.id(), values), one(name.name(), values));
    }

    private static @Nullable String one(@Nullable String text, List<List<String>> values) {
        if (text == null) {
            return null;
        }
        var all = all(text, values).distinct().toList();
        if (all.size() > 1) {
            throw Fault.Unauthorized.saying("The identity provider gives several values where the mapping needs one.");
        }
        return all.isEmpty() ? null : all.getFirst();
    }

    private static Stream<String> all(String text, List<List<String>> values) {
        return new Template(text).filled(values);
    }
}
