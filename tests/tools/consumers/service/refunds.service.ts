// A service for a dependency injection framework: a class with decorators and metadata of its parameters' types.

import { Iyzico, Outcome } from "iyzico-reversals";
import { exchange } from "iyzico-reversals/fetch";
import { sign } from "iyzico-reversals/testing";

import { shop, Task } from "./shop";

function Injectable(): ClassDecorator {
  return () => {};
}

@Injectable()
export class RefundsService {
  constructor(private readonly iyzico: Iyzico) {}

  read(paymentTransactionId: string): Outcome<"refund"> {
    return this.iyzico.read(this.iyzico.refund({ paymentTransactionId, price: "5.00" }), null);
  }

  shop(task: Task): Promise<object> {
    return shop({ Iyzico, exchange, sign }, task);
  }
}
