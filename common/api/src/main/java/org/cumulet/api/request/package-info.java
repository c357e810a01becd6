/// Request ids.
@org.jspecify.annotations.NullMarked
package org.cumulet.api.request;
