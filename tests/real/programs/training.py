# needs: torch
# A training loop: optimizer with momentum, schedule, data loader without workers, dropout; hops between `backward` and `step`, in the
# loader, without gradients, and with views that share memory.
import hashlib

import numpy
import torch
from move import hop, moved
from torch import nn
from torch.utils.data import DataLoader, Dataset

torch.manual_seed(4)
torch.set_num_threads(1)


class Points(Dataset):
    def __init__(self, count):
        self.x = torch.randn(count, 8)
        self.y = (self.x.sum(dim=1, keepdim=True) > 0).float()

    def __len__(self):
        return len(self.x)

    def __getitem__(self, index):
        return self.x[index], self.y[index]


class Model(nn.Module):
    def __init__(self):
        super().__init__()
        self.first, self.second = nn.Linear(8, 16), nn.Linear(16, 1)
        self.normed, self.drop = nn.BatchNorm1d(16), nn.Dropout(0.3)

    def forward(self, x):
        return self.second(self.drop(torch.relu(self.normed(self.first(x)))))


def digest(model):
    made = hashlib.sha256()
    for name, value in sorted(model.state_dict().items()):
        made.update(name.encode() + value.detach().numpy().tobytes())
    return made.hexdigest()


model = Model()
optimizer = torch.optim.AdamW(model.parameters(), lr=0.01)
schedule = torch.optim.lr_scheduler.StepLR(optimizer, 2, 0.5)
loader = DataLoader(Points(64), batch_size=16, shuffle=True)
whole = torch.arange(12.0)
part = whole.view(3, 4)[1]
losses = []
for epoch in range(3):
    for number, (x, y) in enumerate(loader):
        optimizer.zero_grad()
        loss = nn.functional.binary_cross_entropy_with_logits(model(x), y)
        loss.backward()
        losses.append(loss.item())
        del loss
        if (epoch, number) in ((0, 1), (2, 2)):
            hop()
        optimizer.step()
    schedule.step()
    with torch.no_grad():
        if epoch == 1:
            hop()
        part += 1
        print(epoch, torch.is_grad_enabled(), model(x).requires_grad, [one.hex() for one in losses[-2:]])
print(digest(model), optimizer.param_groups[0]["lr"], torch.rand(2).tolist(), whole.tolist())
print(
    optimizer.param_groups[0]["params"][0] is model.first.weight,
    numpy.asarray(part).sum(),
    torch.get_num_threads(),
)
moved()
