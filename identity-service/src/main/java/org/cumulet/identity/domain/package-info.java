/// Domains: what projects, users and groups belong to.
@org.jspecify.annotations.NullMarked
package org.cumulet.identity.domain;
