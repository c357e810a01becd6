/// Endpoints: the addresses of the services.
@org.jspecify.annotations.NullMarked
package org.cumulet.identity.endpoint;
