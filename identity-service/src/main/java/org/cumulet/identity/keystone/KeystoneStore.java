package org.cumulet.identity.keystone;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.agroal.api.AgroalDataSource;
import io.quarkus.agroal.DataSource;
import jakarta.inject.Singleton;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Writes rows with the ids they had elsewhere, which no service gives. What is there already stays as it is.
@Singleton
class KeystoneStore {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final AgroalDataSource database;

    KeystoneStore(@DataSource("identity") AgroalDataSource database) {
        this.database = database;
    }

    /// The domain or project with this id, or else with this name in that domain.
    Optional<String> node(String id, @Nullable String domainId, String name) {
        return first(
                "select id from project where id = ? or (domain_id is not distinct from cast(? as varchar) and name = ?) order by id <> ?",
                id,
                domainId,
                name,
                id);
    }

    Optional<String> role(String id, @Nullable String domainId, String name) {
        return first(
                "select id from role where id = ? or (domain_id is not distinct from cast(? as varchar) and name = ?) order by id <> ?",
                id,
                domainId,
                name,
                id);
    }

    Optional<String> user(String id, String domainId, String name) {
        return first(
                "select id from identity_user where id = ? or (domain_id = ? and name = ?) order by id <> ?",
                id,
                domainId,
                name,
                id);
    }

    Optional<String> group(String id, String domainId, String name) {
        return first(
                "select id from identity_group where id = ? or (domain_id = ? and name = ?) order by id <> ?",
                id,
                domainId,
                name,
                id);
    }

    void addNode(String id, @Nullable String domainId, @Nullable String parentId, Node node) {
        write(
                """
                insert into project (id, domain_id, parent_id, name, description, enabled, is_domain, tags, immutable, extra)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, cast(? as jsonb))""",
                id,
                domainId,
                parentId,
                node.name(),
                node.description(),
                node.enabled(),
                domainId == null,
                node.tags(),
                node.immutable() ? true : null,
                node.extra());
    }

    record Node(
            String name,
            String description,
            boolean enabled,
            List<String> tags,
            boolean immutable,
            Map<String, Object> extra) {}

    void addRole(
            String id,
            @Nullable String domainId,
            String name,
            @Nullable String description,
            boolean immutable,
            Map<String, Object> extra) {
        write(
                "insert into role (id, domain_id, name, description, immutable, extra) values (?, ?, ?, ?, ?, cast(? as jsonb))",
                id,
                domainId,
                name,
                description,
                immutable ? true : null,
                extra);
    }

    void addUser(String id, String domainId, Person person) {
        write(
                """
                insert into identity_user (id, domain_id, name, password, enabled, default_project_id, options, extra,
                password_created_at, password_expires_at, password_own)
                values (?, ?, ?, ?, ?, ?, cast(? as jsonb), cast(? as jsonb), ?, ?, ?)""",
                id,
                domainId,
                person.name(),
                person.password(),
                person.enabled(),
                person.defaultProjectId(),
                person.options(),
                person.extra(),
                person.createdAt(),
                person.expiresAt(),
                person.password() == null ? null : person.own());
    }

    record Person(
            String name,
            boolean enabled,
            @Nullable String password,
            @Nullable Instant createdAt,
            @Nullable Instant expiresAt,
            boolean own,
            @Nullable String defaultProjectId,
            Map<String, Object> options,
            Map<String, Object> extra) {}

    void addGroup(String id, String domainId, String name, String description, Map<String, Object> extra) {
        write(
                "insert into identity_group (id, domain_id, name, description, extra) values (?, ?, ?, ?, cast(? as jsonb))",
                id,
                domainId,
                name,
                description,
                extra);
    }

    boolean addMember(String groupId, String userId) {
        return write(
                "insert into group_member (group_id, user_id) values (?, ?) on conflict do nothing", groupId, userId);
    }

    boolean addImplied(String priorId, String impliedId) {
        return write(
                "insert into implied_role (prior_role_id, implied_role_id) values (?, ?) on conflict do nothing",
                priorId,
                impliedId);
    }

    /// @param place `PROJECT`, `DOMAIN` or `SYSTEM`
    boolean addGrant(
            @Nullable String userId,
            @Nullable String groupId,
            String place,
            @Nullable String nodeId,
            String roleId,
            boolean inherited) {
        return write(
                "insert into role_grant (user_id, group_id, place, project_id, role_id, inherited) values (?, ?, ?, ?, ?, ?) on conflict do nothing",
                userId,
                groupId,
                place,
                nodeId,
                roleId,
                inherited);
    }

    private Optional<String> first(String sql, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var query = prepare(connection, sql, values);
                var rows = query.executeQuery()) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /// True where a row was written.
    private boolean write(String sql, @Nullable Object... values) {
        try (var connection = database.getConnection();
                var change = prepare(connection, sql, values)) {
            return change.executeUpdate() > 0;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static PreparedStatement prepare(Connection connection, String sql, @Nullable Object... values)
            throws SQLException {
        var statement = connection.prepareStatement(sql);
        for (var i = 0; i < values.length; i++) {
            statement.setObject(i + 1, asStored(connection, values[i]));
        }
        return statement;
    }

    private static @Nullable Object asStored(Connection connection, @Nullable Object value) throws SQLException {
        return switch (value) {
            case Instant moment -> moment.atOffset(ZoneOffset.UTC);
            case List<?> texts -> connection.createArrayOf("varchar", texts.toArray());
            case Map<?, ?> map -> json(map);
            case null, default -> value;
        };
    }

    private static String json(Map<?, ?> values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
