/// What is there from the first start on.
@org.jspecify.annotations.NullMarked
package org.cumulet.identity.bootstrap;
